using System.Collections.ObjectModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Runspaces;
using BcSalesSync.Contracts;

namespace BcSalesSync.PowerShell.Output;

/// <summary>The streams of a cmdlet that PowerShell runs.</summary>
internal sealed class CmdletStreams(PSCmdlet cmdlet) : ICommandStreams
{
    // What names a record or a thing, the closest first.
    private static readonly string[] Selectors =
        ["BcNo", "BcId", "SalesName", "SalesId", "Number", "Id", "JobId", "Name", "Profile", "Path", "Type", "Mapping", "Kind"];

    public object Scope => Runspace.DefaultRunspace;

    public bool IsWhatIf =>
        cmdlet.MyInvocation.BoundParameters.ContainsKey("WhatIf") ? IsOn("WhatIf")
        : LanguagePrimitives.IsTrue(cmdlet.GetVariableValue("WhatIfPreference", false));

    public bool IsOn(string parameterName) =>
        cmdlet.MyInvocation.BoundParameters.TryGetValue(parameterName, out var value) && LanguagePrimitives.IsTrue(value);

    public bool ReadsPipeline => cmdlet.MyInvocation.ExpectingInput;

    public bool IsGiven(string parameterName) => cmdlet.MyInvocation.BoundParameters.ContainsKey(parameterName);

    public void Output(object value) => cmdlet.WriteObject(value);

    public void Error(CommandError error) => cmdlet.WriteError((error with { Target = error.Target ?? Typed() }).ToRecord());

    [DoesNotReturn]
    public void Stop(CommandError error)
    {
        cmdlet.ThrowTerminatingError((error with { Target = error.Target ?? Typed() }).ToRecord());
        throw new UnreachableException();
    }

    public void Verbose(string message) => cmdlet.WriteVerbose(message);

    public void Debug(string message) => cmdlet.WriteDebug(message);

    public void Warning(string message) => cmdlet.WriteWarning(message);

    public void Progress(BcProgress progress) => cmdlet.WriteProgress(ProgressBar.ToRecord(progress));

    public bool ShouldProcess(string target, string action) => cmdlet.ShouldProcess(target, action);

    public int? Choose(string caption, string message, IReadOnlyList<Choice> choices, int defaultChoice)
    {
        var descriptions = new Collection<ChoiceDescription>([.. choices.Select(c => new ChoiceDescription(c.Label, c.Help))]);
        try
        {
            // A host without a keyboard fails here, before it can misread the end of a redirected input as an answer.
            _ = cmdlet.Host.UI.RawUI.KeyAvailable;
            return cmdlet.Host.UI.PromptForChoice(caption, message, descriptions, defaultChoice);
        }
        catch (Exception e) when (e is not PipelineStoppedException)
        {
            return null;
        }
    }

    public string ResolvePath(string path) => cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path);

    // Where no pipeline brought an input, what was typed in its place is what an error is about.
    private object? Typed() => Selectors.Select(name => cmdlet.MyInvocation.BoundParameters.GetValueOrDefault(name)).FirstOrDefault(value => value is not null) switch
    {
        object[] { Length: 1 } only => only[0],
        var value => value,
    };
}
