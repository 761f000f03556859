using System.Text.Json.Nodes;
using BcSalesSync.Contracts;

namespace BcSalesSync.Runtime.Tests.Worlds;

/// <summary>Vendors, their accounts and their people, as scenarios about them begin.</summary>
internal static class VendorSteps
{
    public const string Number = "V90000";
    public const string Account = "Fabrikam Parts";

    /// <summary>A vendor is entered, with a company contact; returns it with all columns.</summary>
    public static async Task<JsonObject> AddVendorAsync(this SyncWorld world, string number = Number, string name = Account, string purchaser = "PS") =>
        (await world.Desk.BcAsync("vendors", new { number, displayName = name, addressLine1 = "Dock Road 4", city = "London", purchaserCode = purchaser }))[0]!
            .AsObject();

    /// <summary>A vendor, created in Sales and coupled, everything read.</summary>
    public static async Task<CoupledPair> VendorInStepAsync(this SyncWorld world)
    {
        await world.AddVendorAsync();
        var pair = await world.CreateInSalesAsync("VENDOR", Number);
        await world.RunAsync("VENDOR");
        return pair;
    }

    /// <summary>A person who works for a vendor or customer; returns the number of the contact.</summary>
    public static async Task<string> AddPersonAsync(this SyncWorld world, string companyNumber, string firstName, string surname) =>
        (await world.Desk.BcAsync("contacts", new { type = "Person", firstName, surname, companyNumber }))[0]!["number"]!.ToString();

    /// <summary>Number of the company contact of a vendor.</summary>
    public static async Task<string> CompanyOfVendorAsync(this SyncWorld world, Guid vendorId)
    {
        var vendor = (await world.Desk.RowAsync("bc", "vendors", vendorId))!["displayName"]!.ToString();
        var contact = Assert.Single(
            await world.Desk.RowsAsync("bc", "contacts"),
            row => row["type"]!.ToString() == "Company" && row["displayName"]!.ToString() == vendor);
        return contact["number"]!.ToString();
    }

    /// <summary>A user adds a contact under an account in Sales.</summary>
    public static Task<Guid> AddContactAsync(this SyncWorld world, Guid account) => world.AddInSalesAsync(
        "CONTACT", new Dictionary<string, object> { ["firstname"] = "Cora", ["lastname"] = "Newman", ["parentcustomerid"] = account });

    /// <summary>Lets a mapping create what has no counterpart.</summary>
    public static Task<BcTableMapping> AllowCreationAsync(this SyncWorld world, string mapping) =>
        world.ChangeAsync(new TableMappingChange { Name = mapping, SyncOnlyCoupled = false });
}
