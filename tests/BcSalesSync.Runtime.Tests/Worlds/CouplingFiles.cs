using BcSalesSync.Contracts;

namespace BcSalesSync.Runtime.Tests.Worlds;

/// <summary>Writes files of customers and the accounts they are to be coupled to, three rows of them bad.</summary>
internal static class CouplingFiles
{
    public const int UnknownNumberLine = 101;

    public const int UnparsableIdLine = 501;

    public const int TakenAccountLine = 901;

    /// <summary>Adds an account for each customer of a "scale" seed and writes the file; the first line holds the headings.</summary>
    public static async Task<CouplingFile> WriteAsync(SyncWorld world, string path, int customers)
    {
        var accounts = Enumerable.Range(1, customers).Select(number => new
        {
            accountid = AccountOf(number), name = $"Account {number}", customertypecode = 3, statecode = 0,
        });
        await world.Desk.SilentlyAsync("sales", "accounts", [.. accounts]);
        await File.WriteAllLinesAsync(path, Enumerable.Range(1, customers).Select(number => Row(number)).Prepend("BcNo,SalesId"));
        return new CouplingFile { Path = path, Mapping = "CUSTOMER" };
    }

    private static string Row(int number) => (number + 1) switch
    {
        UnknownNumberLine => $"NOBODY,{AccountOf(number)}",
        UnparsableIdLine => $"C{number:000000},not-an-id",
        TakenAccountLine => $"C{number:000000},{AccountOf(1)}",
        _ => $"C{number:000000},{AccountOf(number)}",
    };

    private static Guid AccountOf(int number) => new(number, 0, 0, new byte[8]);
}
