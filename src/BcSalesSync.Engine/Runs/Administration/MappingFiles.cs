using System.Text.Json;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Errors;
using BcSalesSync.Engine.Files;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Mappings.Files;

namespace BcSalesSync.Engine.Runs.Administration;

/// <summary>Writes mappings to files and reads their text.</summary>
internal sealed class MappingFiles(EngineParts parts, MappingService mappings)
{
    private const int LargestFile = 16 * 1024 * 1024;

    /// <summary>Writes the named mappings, all without names; the file appears complete or not at all.</summary>
    /// <exception cref="SyncException">A name is unknown, or the file cannot be written.</exception>
    public async Task<IReadOnlyList<string>> ExportAsync(string path, IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        var now = parts.Clock.GetUtcNow();
        var set = await mappings.GetSetAsync(cancellationToken).ConfigureAwait(false);
        var wanted = names.Count == 0 ? set.All : [.. names.SelectMany(name => set.All.Named(name, now)).Distinct().InRunOrder()];
        string[] written = [.. wanted.Select(mapping => mapping.Name)];
        try
        {
            return await CompleteFile.WriteAsync(path, parts.Ids, async draft =>
            {
                await File.WriteAllTextAsync(draft, MappingFile.Write(wanted), cancellationToken).ConfigureAwait(false);
                return written;
            }).ConfigureAwait(false);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new SyncException(MappingErrors.FileUnwritable(now, path, problem.Message), problem);
        }
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="SyncException">It cannot be read, or is no file of mappings.</exception>
    public async Task<IReadOnlyList<FileEntry>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            if (new FileInfo(path).Length > LargestFile)
                throw new IOException("It is far larger than any file of mappings.");
            return MappingFile.Read(await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false));
        }
        catch (JsonException problem)
        {
            throw new SyncException(MappingErrors.FileInvalid(parts.Clock.GetUtcNow(), path, problem.Message), problem);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new SyncException(MappingErrors.FileUnreadable(parts.Clock.GetUtcNow(), path, problem.Message), problem);
        }
    }
}
