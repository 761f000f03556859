using static BcSalesSync.Sandbox.Sales.Schema.Field;

namespace BcSalesSync.Sandbox.Sales.Schema;

// What people write beside a row: notes, and posts on its wall.
internal static class NoteTables
{
    private static readonly string[] Subjects = ["account", "contact", "opportunity", "quote", "salesorder", "invoice"];

    public static SalesTable Note() => new("annotation", "annotations", "Note",
    [
        Text("subject", 250), Memo("notetext", 100_000), Boolean("isdocument"), Text("mimetype", 250), Text("langid", 2),
        Memo("documentbody", 1_073_741_823), Text("filename", 250), Text("stepid", 32), Integer("filesize").ReadOnly(),
        LookupToAny("objectid", Subjects).CreateOnly().OnDeletion(PointerFate.Follows), TableName("objecttypecode").CreateOnly(),
        .. StandardFields.Ownership(), .. StandardFields.Audit(),
    ])
    {
        TypeCode = 5,
        PrimaryName = "subject",
    };

    // A post is never changed.
    public static SalesTable Post() => new("post", "posts", "Post",
    [
        LookupToAny("regardingobjectid", Subjects).CreateOnly().OnDeletion(PointerFate.Follows),
        TableName("regardingobjecttypecode").CreateOnly(), Pick("source", ChoiceSets.PostSource).Initially(2).CreateOnly(),
        Text("text", 250).CreateOnly(), Pick("type", ChoiceSets.PostType).Initially(7).CreateOnly(),
        LookupToAny("regardingobjectownerid", "systemuser", "team").ReadOnly(),
        Lookup("regardingobjectowningbusinessunit", "businessunit").ReadOnly(),
        Lookup("createdby", "systemuser").ReadOnly(), Lookup("modifiedby", "systemuser").ReadOnly(),
    ])
    {
        TypeCode = 8000,
        PrimaryName = "text",
        TracksChanges = false,
    };

    // Which tables have a wall.
    public static SalesTable WallSetting() => new("msdyn_postconfig", "msdyn_postconfigs", "Post Configuration",
    [
        Text("msdyn_entityname", 100), Text("msdyn_entitydisplayname", 100), Boolean("msdyn_configurewall"), Integer("msdyn_otc"),
        Text("msdyn_followingviewid", 100), Text("msdyn_followingviewid2", 100), Text("msdyn_status", 100),
        .. StandardFields.ActiveOrInactive(), .. StandardFields.Audit(),
    ])
    {
        TypeCode = 10060,
        PrimaryName = "msdyn_entityname",
    };
}
