using BcSalesSync.Contracts;

namespace BcSalesSync.Endpoints.Auth;

/// <summary>A known refusal of the sign-in service.</summary>
/// <param name="Class">What it means for the next attempt.</param>
/// <param name="ErrorId">Stable id.</param>
/// <param name="NextStep">What to do, for a sign-in.</param>
internal sealed record SignInProblem(FailureClass Class, string ErrorId, Func<SignInTarget, string> NextStep);
