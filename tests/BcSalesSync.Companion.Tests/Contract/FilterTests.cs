using BcSalesSync.Companion.Tests.Al;
using BcSalesSync.Endpoints.BusinessCentral.Reading;

namespace BcSalesSync.Companion.Tests.Contract;

public sealed class FilterTests
{
    public static TheoryData<string> Sets => [.. AlPage.All.Select(page => page.EntitySet)];

    [Theory]
    [MemberData(nameof(Sets))]
    public void The_endpoint_knows_by_which_columns_a_page_cannot_be_filtered(string set) => Assert.Equal(
        AlPage.All.Single(page => page.EntitySet == set).Fields.Where(field => field.TableField is null).Select(field => field.Name).Order(),
        PageVariables.Of(set).Order());
}
