namespace BcSalesSync.Sandbox.Identity;

// The sign-in service says no, in the words of the real one: an OAuth error, and a code of its own.
internal sealed class SignInRefusal(string error, string code, string text) : Exception($"{code}: {text}")
{
    public string Error { get; } = error;
}
