namespace BcSalesSync.Sandbox;

// A business rule of a simulated system refused a write that came through the control API.
internal sealed class SandboxRuleException(string code, string message) : Exception(message)
{
    public string Code { get; } = code;
}
