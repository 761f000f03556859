using System.Globalization;

namespace BcSalesSync.Endpoints.Dataverse.Transport;

/// <summary>Texts of the <c>Prefer</c> header.</summary>
internal static class Preference
{
    /// <summary>Asks for the names of the tables lookups lead to, and leaves out the costly labels.</summary>
    internal const string Annotations = "odata.include-annotations=\"Microsoft.Dynamics.CRM.*\"";

    /// <summary>Asks for a change token.</summary>
    internal const string TrackChanges = "odata.track-changes";

    /// <summary>Asks for pages of a size; follow-up pages repeat it.</summary>
    internal static string Page(int size, bool annotations, bool trackChanges = false)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"odata.maxpagesize={size}");
        if (trackChanges)
            text = $"{TrackChanges},{text}";
        return annotations ? $"{text},{Annotations}" : text;
    }
}
