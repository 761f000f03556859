using static BcSalesSync.Contracts.FailureClass;
using static BcSalesSync.Endpoints.Tests.Faults.Reaction;

namespace BcSalesSync.Endpoints.Tests.Faults;

/// <summary>The error list of Dataverse (spec/wire-dataverse.md 5.4).</summary>
internal static class SalesErrors
{
    public static IReadOnlyDictionary<string, ErrorRow> Rows { get; } = new ErrorRow[]
    {
        new("0x80072322", 429, Transient, Repeated, Repeated, Reads: 3),
        new("0x80072321", 429, Transient, Repeated, Repeated, Reads: 3),
        new("0x80072326", 429, Transient, Repeated, Repeated, Reads: 3),
        new("0x8005F103", 429, Transient, Repeated, Repeated, Reads: 3),
        new("0x80048544", 503, Transient, Repeated, Repeated, Reads: 3),
        new("0x80040217", 404, Data, Parked, Gone),
        new("0x80060891", 404, Data, Parked, Parked),
        new("0x80060892", 412, Data, Adopted, Parked),
        new("0x80040237", 412, Data, Adopted, Parked),
        new("0x80040333", 412, Data, Parked, Parked),
        new("0x80060882", 412, Transient, ReadAnew, ReadAnew),
        new("0x80060883", 400, Transient, ReadAnew, ReadAnew),
        new("0x80040220", 403, Permission, Parked, Parked),
        new("0x80040231", 403, Configuration, Parked, Parked),
        new("0x80072560", 403, Fatal, Stops, Stops),
        new("0x80040225", 401, Fatal, Repeated, Repeated, Reads: 2),
        new("0x80040227", 405, Data, Parked, Parked),
        new("0x8004022E", 400, Data, Parked, Parked),
        new("0x80040228", 403, Data, Parked, Parked),
        new("0x80043B09", 405, Data, Parked, Parked),
        new("0x80040233", 400, Data, Parked, Parked),
        new("0x80040203", 400, Configuration, Parked, Parked),
        new("0x80040200", 400, Data, Parked, Parked),
        new("0x80044331", 400, Data, Parked, Parked),
        new("0x80060888", 400, Capability, Parked, Parked),
        new("0x80048d19", 400, Capability, Parked, Parked),
        new("0x80048408", 400, Data, Parked, Parked),
        new("0x8004F00E", 400, Data, Parked, Parked),
        new("0x80040265", 400, Data, Parked, Parked),
        new("0x80040224", 500, Data, Parked, Parked, Reads: 3),
        new("0x80044151", 500, Transient, Repeated, Repeated, Reads: 3),
        new("0x80044150", 500, Transient, Repeated, Repeated, Reads: 3),
        new("0x80044339", 400, Transient, Repeated, Repeated, Reads: 3),
        new("0x8006088A", 400, Data, Parked, Parked),
        new("0x8006088A (503)", 503, Transient, Repeated, Repeated, Reads: 3),
        new("0x8004418A", 413, Data, Parked, Parked),
        new("0x80043B10", 400, Data, Parked, Parked),
        new("0x80043B12", 400, Data, Parked, Parked),
        new("0x80043B0D", 400, Configuration, Parked, Parked),
        new("0x80043B11", 400, Configuration, Parked, Parked),
        new("0x80043B0A", 400, Configuration, Parked, Parked),
        new("0x80043B13", 400, DependencyMissing, Parked, Parked),
        new("0x80043B14", 400, DependencyMissing, Parked, Parked),
        new("0x80043B16", 400, DependencyMissing, Parked, Parked),
        new("0x80048CF6", 400, Data, Parked, Parked),
        new("0x80048CEE", 400, Data, Parked, Parked),
        new("0x80048CED", 400, Data, Parked, Parked),
        new("0x80048CEF", 400, Data, Parked, Parked),
        new("0x8004480E", 400, Data, Parked, Parked),
    }.ToDictionary(row => row.Name);
}
