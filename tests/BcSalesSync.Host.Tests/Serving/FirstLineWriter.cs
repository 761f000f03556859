using System.Text;

namespace BcSalesSync.Host.Tests.Serving;

// Lets a test wait for the first line that a verb writes.
internal sealed class FirstLineWriter : TextWriter
{
    private readonly TaskCompletionSource<string> _line = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly StringBuilder _text = new();

    public override Encoding Encoding => Encoding.UTF8;

    public Task<string> FirstLine => _line.Task;

    public override void Write(char value)
    {
        if (value == '\n')
            _line.TrySetResult(_text.ToString().TrimEnd('\r'));
        else
            _text.Append(value);
    }
}
