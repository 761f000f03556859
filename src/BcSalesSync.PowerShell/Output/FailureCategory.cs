using System.Management.Automation;
using BcSalesSync.Contracts;

namespace BcSalesSync.PowerShell.Output;

/// <summary>PowerShell's word for a class of failure.</summary>
internal static class FailureCategory
{
    internal static ErrorCategory Of(FailureClass failure) => failure switch
    {
        FailureClass.Transient => ErrorCategory.ConnectionError,
        FailureClass.DependencyMissing => ErrorCategory.ObjectNotFound,
        FailureClass.Data => ErrorCategory.InvalidData,
        FailureClass.Conflict => ErrorCategory.ResourceExists,
        FailureClass.Permission => ErrorCategory.PermissionDenied,
        FailureClass.Capability => ErrorCategory.NotImplemented,
        FailureClass.Configuration => ErrorCategory.InvalidArgument,
        FailureClass.Fatal => ErrorCategory.OperationStopped,
        _ => ErrorCategory.InvalidOperation,
    };
}
