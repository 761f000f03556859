using System.Globalization;
using BcSalesSync.Sandbox.Sales.Options;
using BcSalesSync.Sandbox.Sales.Reading;
using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Seeds;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Sales;

// The simulated organisation: its data, its model and its rising numbers.
internal sealed class SalesOrganization(SandboxWorld world)
{
    // Rows carry versions from here on, as in an organisation that has been in use for a while.
    public const long FirstVersion = 7_720_000;

    private const string VersionCounter = "sales.version";
    private const string IdCounter = "sales.id";

    // The application user every client signs in as.
    public static readonly Guid IntegrationUser = SeedIds.Of("sales/systemuser/INTEGRATION");

    // The person whose work the control API does.
    public static readonly Guid Administrator = SeedIds.Of("sales/systemuser/ADMINISTRATOR");

    public static readonly Guid RootBusinessUnit = SeedIds.Of("sales/businessunit/CRONUS");

    public SandboxWorld World { get; } = world;

    public InstalledSolutions Solutions { get; } = new(world.Options.BusinessCentralSolutions);

    public SalesModel Model { get; } = new(world.Store, new InstalledSolutions(world.Options.BusinessCentralSolutions));

    public OptionCatalog Options { get; } = new(world.Store);

    public long LastVersion => Math.Max(World.Store.Counter(VersionCounter), FirstVersion);

    public long NextVersion()
    {
        var next = LastVersion + 1;
        World.Store.SetCounter(VersionCounter, next);
        return next;
    }

    public Guid NextId() => SeedIds.Of("sales/new/" + World.Store.Next(IdCounter).ToString(CultureInfo.InvariantCulture));

    public Row? Find(SalesTable table, Guid? id) => id is { } known ? World.Store[table.Table].Find(known) : null;

    // Empty before the seed has put the organisation.
    public Guid Id => Own?.Id ?? Guid.Empty;

    // The currency of the organisation itself.
    public Guid? BaseCurrency => Setting("basecurrencyid") as Guid?;

    // A column of the organisation's own row; null before the seed has put it.
    public object? Setting(string name) => Own?[SalesSchema.Organization.Find(name)!.Column];

    private Row? Own => World.Store[SalesSchema.Organization.Table].Rows.FirstOrDefault();
}
