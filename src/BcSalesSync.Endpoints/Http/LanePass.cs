namespace BcSalesSync.Endpoints.Http;

/// <summary>Says since when a request is under way, so that those that met the same overload count once.</summary>
/// <param name="Season">How often the lanes had been narrowed when it entered.</param>
internal readonly record struct LanePass(int Season);
