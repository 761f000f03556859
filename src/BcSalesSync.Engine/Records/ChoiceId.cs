namespace BcSalesSync.Engine.Records;

/// <summary>
/// Ids of the options of a choice column: options have none of their own, and with one they are coupled like records. The same number
/// always has the same id; the table tells which column it belongs to.
/// </summary>
public static class ChoiceId
{
    private const short Kind = 0x6F70;
    private const short Version = unchecked((short)0x8000);
    private static readonly byte[] Rest = [0x80, 0, 0, 0, 0, 0, 0, 0];

    /// <summary>The id of an option.</summary>
    public static Guid For(int value) => new(value, Kind, Version, Rest);

    /// <summary>The number of the option with the id; null when the id is not an option's.</summary>
    public static int? ValueOf(Guid id)
    {
        var value = BitConverter.ToInt32(id.ToByteArray(), 0);
        return For(value) == id ? value : null;
    }
}
