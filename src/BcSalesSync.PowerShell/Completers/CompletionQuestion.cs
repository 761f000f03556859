using System.Collections;
using System.Management.Automation;

namespace BcSalesSync.PowerShell.Completers;

/// <summary>What is being completed.</summary>
/// <param name="Command">Name of the cmdlet.</param>
/// <param name="Parameter">Name of its parameter.</param>
/// <param name="Word">What is typed of the value, without quotes.</param>
/// <param name="Given">Parameters that have a value already.</param>
internal sealed record CompletionQuestion(string Command, string Parameter, string Word, IDictionary Given)
{
    /// <summary>The value of another parameter when it is of this type.</summary>
    internal T? ValueOf<T>(string parameter)
        where T : class =>
        Given[parameter] switch
        {
            T value => value,
            PSObject { BaseObject: T value } => value,
            _ => null,
        };

    /// <summary>The value of another parameter as text; of several values the first.</summary>
    internal string? TextOf(string parameter) => ValueOf<string>(parameter)
        ?? ValueOf<IEnumerable>(parameter)?.Cast<object?>().Select(value => value?.ToString()).FirstOrDefault();
}
