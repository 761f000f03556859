namespace Architecture.Tests.Cmdlets;

// The verbs that Get-Verb lists in PowerShell 7.4.
internal static class ApprovedVerbs
{
    private const string List =
        "Add Approve Assert Backup Block Build Checkpoint Clear Close Compare Complete Compress Confirm Connect Convert ConvertFrom ConvertTo Copy "
        + "Debug Deny Deploy Disable Disconnect Dismount Edit Enable Enter Exit Expand Export Find Format Get Grant Group Hide Import Initialize "
        + "Install Invoke Join Limit Lock Measure Merge Mount Move New Open Optimize Out Ping Pop Protect Publish Push Read Receive Redo Register "
        + "Remove Rename Repair Request Reset Resize Resolve Restart Restore Resume Revoke Save Search Select Send Set Show Skip Split Start Step "
        + "Stop Submit Suspend Switch Sync Test Trace Unblock Undo Uninstall Unlock Unprotect Unpublish Unregister Update Use Wait Watch Write";

    // Those that leave both systems, the state and the disk as they are.
    private const string Looking = "Compare Connect Disconnect Find Get Measure Show Test Wait";

    private static readonly HashSet<string> Approved = [.. List.Split(' ')];
    private static readonly HashSet<string> ReadOnly = [.. Looking.Split(' ')];

    public static bool Has(string verb) => Approved.Contains(verb);

    public static bool Changes(string verb) => !ReadOnly.Contains(verb);
}
