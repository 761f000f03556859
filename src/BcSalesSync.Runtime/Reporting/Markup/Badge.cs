using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Reporting.Figures;

namespace BcSalesSync.Runtime.Reporting.Markup;

/// <summary>A state in a word, with a colour that says the same.</summary>
internal static class Badge
{
    private const string Good = "good";
    private const string Bad = "bad";
    private const string Mixed = "mixed";
    private const string Plain = "plain";

    /// <summary>How a job ended.</summary>
    public static void Write(Html page, SyncJobStatus? status)
    {
        switch (status)
        {
            case SyncJobStatus.Success: Write(page, "Success", Good); break;
            case SyncJobStatus.Error: Write(page, "Error", Bad); break;
            case SyncJobStatus.Stopped: Write(page, "Stopped", Mixed); break;
            case SyncJobStatus.Running: Write(page, "Running", Plain); break;
            default: page.Element("span", "–", ("class", "faint")); break;
        }
    }

    /// <summary>How a full synchronisation stands.</summary>
    public static void Write(Html page, FullSyncStatus status) => Write(page, Shown.Words(status), status switch
    {
        FullSyncStatus.Finished => Good,
        FullSyncStatus.Failed => Bad,
        FullSyncStatus.Stopped => Mixed,
        _ => Plain,
    });

    /// <summary>How recent a run is.</summary>
    public static void Write(Html page, Freshness freshness) => Write(page, Shown.Words(freshness), freshness switch
    {
        Freshness.OnTime => Good,
        Freshness.Late => Bad,
        Freshness.OnHold => Mixed,
        _ => Plain,
    });

    /// <summary>What a failure means.</summary>
    public static void Write(Html page, FailureClass failure) => Write(page, Shown.Words(failure), failure switch
    {
        FailureClass.Transient or FailureClass.DependencyMissing => Plain,
        FailureClass.Conflict => Mixed,
        _ => Bad,
    });

    private static void Write(Html page, string text, string look) => page.Element("span", text, ("class", "badge " + look));
}
