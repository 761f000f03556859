using FsCheck;
using FsCheck.Fluent;

namespace BcSalesSync.Runtime.Tests.Faults;

/// <summary>Faults that come over the runs of a mapping in an order nobody chose.</summary>
internal sealed record Storm(StormFault[] Faults)
{
    private static readonly (int Status, string? Code)[] Gateway = [(408, null), (429, null), (500, null), (502, null), (503, null), (504, null), (401, null)];

    private static readonly (int Status, string? Code)[] BcMember =
    [
        (401, null), (409, "Request_EntityChanged"), (409, "Unknown"), (429, null), (503, null), (500, "Internal_ServerError"),
        (400, "Application_DialogException"), (502, null),
    ];

    private static readonly (int Status, string? Code)[] SalesMember =
    [
        (401, null), (412, "0x80060882"), (429, null), (503, null), (500, "0x80044150"), (500, "0x80040224"), (400, "0x80040265"), (400, "0x80044339"),
    ];

    /// <summary>So many storms.</summary>
    public static IEnumerable<Storm> Sample(int seed, int count)
    {
        var places = Gen.OneOf(
            Place("bc", "POST", "$batch", false, Gateway),
            Place("bc", "GET", "customers", false, Gateway),
            Place("bc", "POST", "customers", true, BcMember),
            Place("bc", "PATCH", "customers", true, BcMember),
            Place("sales", "POST", "Multiple", false, Gateway),
            Place("sales", "POST", "$batch", false, Gateway),
            Place("sales", "GET", "accounts", false, Gateway),
            Place("sales", "POST", "accounts", true, SalesMember),
            Place("sales", "PATCH", "accounts", true, SalesMember));
        var storm = from faults in places.ArrayOf(7)
                    select new Storm(faults);
        return storm.Sample(count, new Rnd((ulong)seed), 8);
    }

    public override string ToString() => string.Join('\n', Faults.AsEnumerable());

    // An answer that is lost is what doubles things, so it comes often.
    private static Gen<StormFault> Place(string system, string method, string path, bool operation, (int Status, string? Code)[] refusals) =>
        from refusal in Gen.Elements(refusals)
        from kind in Gen.Frequency((3, Gen.Constant("refused")), (1, Gen.Constant("before")), (3, Gen.Constant("after")))
        from times in Gen.Choose(1, 3)
        from skip in Gen.Choose(0, 6)
        select new StormFault(
            system, method, path, operation, kind == "after" ? "after" : "before", kind == "refused" ? refusal.Status : null,
            kind == "refused" ? refusal.Code : null, times, skip);
}
