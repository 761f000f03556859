namespace BcSalesSync.Engine.Ports;

/// <summary>
/// Tells whether a process that holds a claim is certainly gone, so that its work can be taken over before the claim runs out.
/// </summary>
public interface IHolderProbe
{
    /// <summary>Name under which this process holds claims.</summary>
    string Self { get; }

    /// <summary>True when the holder is certainly gone; false when it lives or nothing is known.</summary>
    bool IsGone(string holder);
}
