using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Connections;

namespace BcSalesSync.Runtime.Profiles;

/// <summary>Profiles as JSON files of the user's own folder, readable by the user only.</summary>
public sealed partial class ProfileStore : IProfileStore
{
    private const string Extension = ".json";

    private static readonly JsonSerializerOptions Format = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter() },
    };

    private readonly string folder;

    /// <summary>The store of this user.</summary>
    public ProfileStore()
        : this(Path.Combine(UserFolder.Path, "profiles"))
    {
    }

    internal ProfileStore(string folder) => this.folder = folder;

    /// <inheritdoc/>
    public IReadOnlyList<string> Names =>
        [.. Files.Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.OrdinalIgnoreCase)];

    private IEnumerable<string> Files => Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*" + Extension) : [];

    /// <inheritdoc/>
    public void RequireName(string name)
    {
        if (!Nameable().IsMatch(name))
            throw ProfileErrors.InvalidName(name);
    }

    /// <inheritdoc/>
    public Task<BcProfile> GetAsync(string name, CancellationToken cancellationToken) =>
        FileOf(name) is { } file ? ReadAsync(file, cancellationToken) : throw ProfileErrors.NotFound(name);

    /// <inheritdoc/>
    public async Task SaveAsync(BcProfile profile, CancellationToken cancellationToken)
    {
        RequireName(profile.Name);
        var file = FileOf(profile.Name) ?? Path.Combine(folder, profile.Name + Extension);
        try
        {
            CreateFolder();
            var draft = file + ".new";
            await using (var stream = new FileStream(draft, OwnersOnly))
                await JsonSerializer.SerializeAsync(stream, profile, Format, cancellationToken);
            File.Move(draft, file, overwrite: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw ProfileErrors.Unwritable(file, problem);
        }
    }

    /// <inheritdoc/>
    public Task RemoveAsync(string name, CancellationToken cancellationToken)
    {
        var file = FileOf(name) ?? throw ProfileErrors.NotFound(name);
        try
        {
            File.Delete(file);
            return Task.CompletedTask;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw ProfileErrors.Protected(file, problem);
        }
    }

    private static async Task<BcProfile> ReadAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = File.OpenRead(file);
            return await JsonSerializer.DeserializeAsync<BcProfile>(stream, Format, cancellationToken) ?? throw new JsonException("It is empty.");
        }
        catch (Exception problem) when (problem is JsonException or IOException or UnauthorizedAccessException)
        {
            throw ProfileErrors.Unreadable(file, problem);
        }
    }

    // Names differ by more than their case, wherever the folder is.
    private string? FileOf(string name) =>
        Files.FirstOrDefault(file => Path.GetFileNameWithoutExtension(file).Equals(name, StringComparison.OrdinalIgnoreCase));

    private void CreateFolder()
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static FileStreamOptions OwnersOnly
    {
        get
        {
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            return options;
        }
    }

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9 ._-]{0,63}$")]
    private static partial Regex Nameable();
}
