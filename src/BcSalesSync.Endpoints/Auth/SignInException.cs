using BcSalesSync.Engine.Ports.Endpoints;

namespace BcSalesSync.Endpoints.Auth;

/// <summary>What was given for signing in cannot be used; nothing was sent.</summary>
public sealed class SignInException : Exception
{
    /// <summary>Creates the exception.</summary>
    public SignInException(string message, FailureAdvice advice)
        : base(message) => Advice = advice;

    /// <summary>Stable id and next step.</summary>
    public FailureAdvice Advice { get; }

    internal static SignInException Certificate(string message, string nextStep) =>
        new(message, new FailureAdvice("BcSync.SignIn.NoCertificate", nextStep));
}
