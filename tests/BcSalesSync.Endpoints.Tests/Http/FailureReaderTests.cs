using System.Text;
using BcSalesSync.Contracts;
using BcSalesSync.Endpoints.BusinessCentral;
using BcSalesSync.Endpoints.Http;

namespace BcSalesSync.Endpoints.Tests.Http;

public sealed class FailureReaderTests
{
    [Fact]
    public void The_correlation_suffix_moves_out_of_the_message()
    {
        var failure = Read(400, """
            {"error":{"code":"Application_DialogException",
            "message":"Item does not exist.  CorrelationId:  4d6e0f21-2b8c-4c5f-9d6c-8c7f3e2a9b01."}}
            """);

        Assert.Equal("Item does not exist.", failure.Message);
        Assert.Equal("4d6e0f21-2b8c-4c5f-9d6c-8c7f3e2a9b01", failure.CorrelationId);
    }

    [Theory]
    [InlineData(400, "Internal_CompanyNotFound", FailureClass.Fatal)]
    [InlineData(404, "BadRequest_ResourceNotFound", FailureClass.Capability)]
    [InlineData(400, "Application_TooManyRequests", FailureClass.Transient)]
    [InlineData(400, "something_new", FailureClass.Data)]
    [InlineData(403, "something_new", FailureClass.Permission)]
    public void The_code_decides_before_the_status(int status, string code, FailureClass expected) =>
        Assert.Equal(expected, Read(status, "{\"error\":{\"code\":\"" + code + "\",\"message\":\"no\"}}").Class);

    [Theory]
    [InlineData("")]
    [InlineData("<html><body>Service unavailable</body></html>")]
    [InlineData("{\"error\":{\"code\":\"cut")]
    [InlineData("[1]")]
    [InlineData("{\"error\":\"text\"}")]
    public void A_body_that_is_no_error_leaves_the_status_to_speak(string body)
    {
        var failure = Read(503, body);

        Assert.Equal("503", failure.Code);
        Assert.Equal(FailureClass.Transient, failure.Class);
        Assert.Equal("The service answered 503 ServiceUnavailable.", failure.Message);
    }

    private static Engine.Ports.Endpoints.EndpointFailure Read(int status, string body) =>
        FailureReader.Read(BcFailureRules.Rules, status, Encoding.UTF8.GetBytes(body));
}
