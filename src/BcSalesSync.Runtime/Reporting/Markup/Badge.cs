using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Reporting.Figures;

namespace BcSalesSync.Runtime.Reporting.Markup;

/// <summary>A state in a word, with a colour that says the same.</summary>
internal static class Badge
{
    private const string Ready = "Ready";
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
    public static void Write(Html page, FullSyncStatus status) => Write(page, DisplayText.Words(status), status switch
    {
        FullSyncStatus.Finished => Good,
        FullSyncStatus.Failed => Bad,
        FullSyncStatus.Stopped => Mixed,
        _ => Plain,
    });

    /// <summary>How a mapping keeps to its schedule; one that cannot run now says that instead.</summary>
    public static void Write(Html page, MappingFigures mapping)
    {
        if (mapping.Status.State != Ready)
            Write(page, mapping.Status.State, Plain);
        else
            Write(page, DisplayText.Words(mapping.Freshness), LookOf(mapping.Freshness));
    }

    /// <summary>What a failure means.</summary>
    public static void Write(Html page, FailureClass failure) => Write(page, DisplayText.Words(failure), failure switch
    {
        FailureClass.Transient or FailureClass.DependencyMissing => Plain,
        FailureClass.Conflict => Mixed,
        _ => Bad,
    });

    private static string LookOf(Freshness freshness) => freshness switch
    {
        Freshness.OnTime => Good,
        Freshness.Late => Bad,
        Freshness.OnHold => Mixed,
        _ => Plain,
    };

    private static void Write(Html page, string text, string look) => page.Element("span", text, ("class", "badge " + look));
}
