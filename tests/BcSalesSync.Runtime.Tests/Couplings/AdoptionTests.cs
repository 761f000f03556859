using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Couplings;

public sealed class AdoptionTests
{
    [Fact]
    public async Task A_row_created_earlier_and_edited_since_is_brought_up_to_date_when_it_is_taken_over()
    {
        await using var world = await CoupledRecords.OpenAsync();
        var first = await world.CreateInSalesAsync("CUSTOMER", "C10000");
        await world.UncoupleAsync(await first.CouplingAsync());
        await first.EditSalesAsync(("address1_city", "Elsewhere"));

        var again = await world.CreateInSalesAsync("CUSTOMER", "C10000");

        Assert.Equal(first.SalesId, again.SalesId);
        Assert.Equal(await again.BcAsync("city"), await again.SalesAsync("address1_city"));
    }
}
