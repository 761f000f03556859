using System.Management.Automation;
using BcSalesSync.PowerShell.Commands;

namespace BcSalesSync.PowerShell.Tests.Commands;

public sealed class TimeBudgetAttributeTests
{
    [Theory]
    [InlineData(10)]
    [InlineData(0.5)]
    [InlineData("10")]
    public void A_number_alone_is_refused(object number) => Assert.Throws<ArgumentTransformationMetadataException>(() => Read(number));

    [Theory]
    [InlineData("00:10:00")]
    [InlineData("1.02:00:00")]
    [InlineData(null)]
    public void What_says_its_units_stays_as_it_is(string? time) => Assert.Equal(time, Read(time));

    [Fact]
    public void A_time_stays_as_it_is() => Assert.Equal(TimeSpan.FromTicks(10), Read(TimeSpan.FromTicks(10)));

    private static object? Read(object? value) => new TimeBudgetAttribute().Transform(null!, value);
}
