namespace BcSalesSync.Engine.Ports.State;

/// <summary>A change was made under a claim that is in other hands by now; it was refused as a whole.</summary>
public sealed class ClaimLostException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="fence">The claim that was lost.</param>
    /// <param name="holder">Who is in charge now; null when nobody is.</param>
    public ClaimLostException(Fence fence, string? holder)
        : base($"The claim on {fence.Resource} was lost to {holder ?? "another run that has ended since"}.")
    {
        Fence = fence;
        Holder = holder;
    }

    /// <summary>The claim that was lost.</summary>
    public Fence Fence { get; }

    /// <summary>Who is in charge now; null when nobody is.</summary>
    public string? Holder { get; }
}
