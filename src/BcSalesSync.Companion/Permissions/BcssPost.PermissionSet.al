/// <summary>
/// For an application that also ships and invoices.
/// </summary>
permissionset 60101 "BCSS Post"
{
    Access = Public;
    Assignable = true;
    Caption = 'Sales Synchronization - Posting';
    IncludedPermissionSets = "BCSS Sync",
                             "D365 SALES DOC, POST";
    Permissions = codeunit "BCSS Sales Posting" = X;
}
