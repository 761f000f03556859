using BcSalesSync.Endpoints.BusinessCentral;

namespace BcSalesSync.Endpoints.Tests.BusinessCentral;

public sealed class EnumNameTests
{
    [Theory]
    [InlineData("Non-Inventory", "Non_x002D_Inventory")]
    [InlineData("Not Started", "Not_x0020_Started")]
    [InlineData("Positive Adjmt.", "Positive_x0020_Adjmt_x002E_")]
    [InlineData("Charge (Item)", "Charge_x0020__x0028_Item_x0029_")]
    [InlineData("G/L Account", "G_x002F_L_x0020_Account")]
    [InlineData("a_b", "a_b")]
    [InlineData("", "_x0020_")]
    public void Names_survive_the_journey(string name, string wire)
    {
        Assert.Equal(wire, EnumName.Encode(name));
        Assert.Equal(name, EnumName.Decode(wire));
    }

    [Fact]
    public void A_raw_blank_is_blank_too() => Assert.Equal(string.Empty, EnumName.Decode(" "));
}
