namespace BcSalesSync.State.Sqlite;

/// <summary>Creates the state file before SQLite opens it, so that nobody but its owner can ever read it.</summary>
internal static class StateFile
{
    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static readonly object Creating = new();

    /// <summary>
    /// Creates folder and file where they are missing; what exists keeps its mode. SQLite gives its side files the mode of the main file.
    /// </summary>
    /// <exception cref="Contracts.SyncException">They cannot be created.</exception>
    public static void Ensure(string path)
    {
        try
        {
            // One at a time: closing a file drops this process's locks on it, also those that SQLite has taken meanwhile.
            lock (Creating)
                Create(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // Another process may have been faster.
            if (!File.Exists(path))
                throw StateErrors.Unusable(path, problem);
        }
    }

    private static void Create(string path)
    {
        var folder = Path.GetDirectoryName(path);
        if (!string.IsNullOrEmpty(folder) && !Directory.Exists(folder))
            CreateFolder(folder);
        if (File.Exists(path))
            return;
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerFile;
        using var file = new FileStream(path, options);
    }

    private static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, OwnerFile | UnixFileMode.UserExecute);
    }
}
