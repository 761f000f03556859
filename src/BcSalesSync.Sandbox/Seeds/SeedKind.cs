namespace BcSalesSync.Sandbox.Seeds;

internal enum SeedKind
{
    Empty,
    Cronus,
    Scale,
}
