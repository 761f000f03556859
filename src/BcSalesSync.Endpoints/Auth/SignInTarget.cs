using BcSalesSync.Contracts;

namespace BcSalesSync.Endpoints.Auth;

/// <summary>What a token is for, and who asks for it.</summary>
/// <param name="Side">The system.</param>
/// <param name="Resource">The resource that the token names.</param>
/// <param name="SignIn">The sign-in.</param>
internal sealed record SignInTarget(SystemSide Side, string Resource, SignIn SignIn)
{
    /// <summary>The system as people call it.</summary>
    public string System => Side is SystemSide.Sales ? "Sales" : "Business Central";

    /// <summary>The application as people find it in the portal.</summary>
    public string Application => SignIn.ClientId is { } id ? $"the application {id}" : "the managed identity";

    /// <summary>What to grant where, so that the sign-in may use the system.</summary>
    public string Grant => (Side, SignIn.Method) switch
    {
        (SystemSide.BusinessCentral, SignInMethod.DeviceCode or SignInMethod.Interactive) =>
            "the delegated permission Financials.ReadWrite.All of Dynamics 365 Business Central",
        (SystemSide.BusinessCentral, _) => "the application permission API.ReadWrite.All of Dynamics 365 Business Central",
        (_, SignInMethod.DeviceCode or SignInMethod.Interactive) => "the delegated permission user_impersonation of Dataverse",
        _ => "an application user with a security role in the environment (Power Platform admin centre)",
    };
}
