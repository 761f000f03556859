using static BcSalesSync.Sandbox.Sales.Schema.Field;

namespace BcSalesSync.Sandbox.Sales.Schema;

// What an organisation tells about itself: installed solutions, and the messages its tables take.
internal static class PlatformTables
{
    public static SalesTable Solution() => new("solution", "solutions", "Solution",
    [
        Text("uniquename", 65), Text("friendlyname", 256), Text("version", 256), Boolean("ismanaged"), DateTime("installedon"),
    ])
    {
        TypeCode = 7100,
        PrimaryName = "friendlyname",
        TracksChanges = false,
        IsReadOnly = true,
    };

    public static SalesTable Message() => new("sdkmessage", "sdkmessages", "Sdk Message", [Text("name", 256)])
    {
        TypeCode = 4606,
        TracksChanges = false,
        IsReadOnly = true,
    };

    public static SalesTable MessageFilter() => new("sdkmessagefilter", "sdkmessagefilters", "Sdk Message Filter",
    [
        Text("name", 256), Lookup("sdkmessageid", "sdkmessage"), TableName("primaryobjecttypecode"),
    ])
    {
        TypeCode = 4607,
        TracksChanges = false,
        IsReadOnly = true,
    };
}
