using BcSalesSync.Sandbox.OData;

namespace BcSalesSync.Sandbox.Tests.Core;

public sealed class OptionNameTests
{
    [Theory]
    [InlineData(" ", "_x0020_")]
    [InlineData("Non-Inventory", "Non_x002D_Inventory")]
    [InlineData("Positive Adjmt.", "Positive_x0020_Adjmt_x002E_")]
    [InlineData("G/L Account", "G_x002F_L_x0020_Account")]
    [InlineData("Charge (Item)", "Charge_x0020__x0028_Item_x0029_")]
    [InlineData("under_score", "under_score")]
    public void Names_travel_escaped_and_come_back(string name, string wire)
    {
        Assert.Equal(wire, OptionName.Encode(name));
        Assert.Equal(name, OptionName.Decode(wire));
    }

    [Theory]
    [InlineData("_x00_")]
    [InlineData("_xZZZZ_")]
    [InlineData("_x0020")]
    public void What_only_looks_like_an_escape_stays(string text) => Assert.Equal(text, OptionName.Decode(text));
}
