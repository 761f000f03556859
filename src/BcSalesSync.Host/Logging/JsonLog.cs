using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace BcSalesSync.Host.Logging;

// A file of JSON objects, one a line, as examples/log-format.md describes them. What is written is in the file at once.
internal sealed class JsonLog : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    // Texts of people stay readable; a JSON file is not part of a web page.
    private static readonly JsonWriterOptions Format = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lock _gate = new();
    private readonly TimeProvider _clock;
    private readonly FileStream _file;

    private JsonLog(FileStream file, TimeProvider clock)
    {
        _file = file;
        _clock = clock;
    }

    // Opens the file, at its end when it exists, for its owner alone.
    public static JsonLog Open(FileInfo file, TimeProvider clock)
    {
        var options = new FileStreamOptions { Mode = FileMode.Append, Access = FileAccess.Write, Share = FileShare.ReadWrite };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        var stream = new FileStream(file.FullName, options);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(stream.SafeFileHandle, OwnerOnly);
        return new JsonLog(stream, clock);
    }

    // One line. Members without a value are left out.
    public void Write(string level, string name, params IEnumerable<(string Member, object? Value)> members)
    {
        using var line = new MemoryStream();
        using (var writer = new Utf8JsonWriter(line, Format))
        {
            writer.WriteStartObject();
            writer.WriteString("time", _clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
            writer.WriteString("level", level);
            writer.WriteString("event", name);
            foreach (var (member, value) in members)
                WriteMember(writer, member, value);
            writer.WriteEndObject();
        }

        line.WriteByte((byte)'\n');
        lock (_gate)
        {
            _file.Write(line.GetBuffer().AsSpan(0, (int)line.Length));
            _file.Flush();
        }
    }

    public void Dispose()
    {
        lock (_gate)
            _file.Dispose();
    }

    private static void WriteMember(Utf8JsonWriter writer, string member, object? value)
    {
        switch (value)
        {
            case null:
                return;
            case int number:
                writer.WriteNumber(member, number);
                return;
            case double number:
                writer.WriteNumber(member, Math.Round(number, 1));
                return;
            case IEnumerable<KeyValuePair<string, string>> pairs:
                writer.WriteStartObject(member);
                foreach (var (name, text) in pairs)
                    writer.WriteString(name, text);
                writer.WriteEndObject();
                return;
            default:
                writer.WriteString(member, Convert.ToString(value, CultureInfo.InvariantCulture));
                return;
        }
    }
}
