using BcSalesSync.Engine.Ports;

namespace BcSalesSync.Engine.Files;

/// <summary>Writes files that appear complete or not at all: they are written beside their place and then renamed.</summary>
public static class CompleteFile
{
    /// <summary>Writes a file, in the place of one that exists. What fails is thrown as it is, and leaves the place as it was.</summary>
    /// <param name="path">The file.</param>
    /// <param name="ids">Gives the draft a name of its own.</param>
    /// <param name="write">Writes the draft, whose path it is given.</param>
    public static async Task<T> WriteAsync<T>(string path, IIdSource ids, Func<string, Task<T>> write)
    {
        var draft = $"{path}.{ids.NewId():N}.tmp";
        try
        {
            var result = await write(draft).ConfigureAwait(false);
            File.Move(draft, path, overwrite: true);
            return result;
        }
        finally
        {
            Discard(draft);
        }
    }

    private static void Discard(string draft)
    {
        try
        {
            File.Delete(draft);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // What led here is reported already; a draft that stays behind harms nothing.
        }
    }
}
