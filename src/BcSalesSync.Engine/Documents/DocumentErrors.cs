using BcSalesSync.Contracts;
using BcSalesSync.Engine.Errors;

namespace BcSalesSync.Engine.Documents;

/// <summary>Why a command about documents cannot start.</summary>
internal static class DocumentErrors
{
    public static BcSyncError TableMissing(DateTimeOffset time, string table) => ErrorCatalog.Create(
        time,
        "BcSync.Document.TableMissing",
        FailureClass.Capability,
        $"This connection does not offer the table {table}.",
        "Documents need Dynamics 365 Sales and a Business Central with API v2.0; see Test-BcConnection.");

    public static BcSyncError NotFound(DateTimeOffset time, DocumentKind kind, string name) => ErrorCatalog.Create(
        time,
        $"BcSync.{kind}.NotFound",
        FailureClass.Data,
        $"There is no {kind.ToString().ToLowerInvariant()} '{name}' in Sales.",
        $"Look it up with Get-BcSalesDocument -Kind {kind} and give its number or id.");
}
