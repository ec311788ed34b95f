use wacht::api::ai::ExecuteAgentError;
use wacht::models::{
    ErrorBody, ExecuteAgentRequest, ExecuteAgentRequestType, ExecuteAgentResponse,
};
use wacht::{ApiError, ClientOptions, Error, Result, WachtClient};

use crate::page::{call, chapter, outcome, remark};

/// Nobody listens there.
const DESERTED: &str = "http://127.0.0.1:1";

/// Every way in which a call can end, by name; what a later version adds is `_`.
fn explain(result: Result<ExecuteAgentResponse>) {
    match result.map_err(ExecuteAgentError::from) {
        Ok(_) => outcome(&["ok"]),
        Err(ExecuteAgentError::InvalidRequest(error)) => declared("InvalidRequest", &error),
        Err(ExecuteAgentError::Unauthorized(error)) => declared("Unauthorized", &error),
        Err(ExecuteAgentError::AccessDenied(error)) => declared("AccessDenied", &error),
        Err(ExecuteAgentError::NotFound(error)) => declared("NotFound", &error),
        Err(ExecuteAgentError::RateLimited(error)) => declared("RateLimited", &error),
        Err(ExecuteAgentError::ServerError(error)) => declared("ServerError", &error),
        Err(ExecuteAgentError::Other(Error::Request(error))) => {
            outcome(&["Transport", &format!("in the phase {:?}", error.phase())]);
        }
        Err(ExecuteAgentError::Other(error)) => {
            outcome(&[&format!("{:?}", error.kind()), &error.to_string()]);
        }
        Err(_) => outcome(&["something newer"]),
    }
}

fn declared(name: &str, error: &ApiError<ErrorBody>) {
    let id = error.details.request_id().unwrap_or_default();
    let said = format!("{}: {} ({id})", error.status.as_u16(), error.message);
    outcome(&[name, &said]);
}

fn request(agent_name: &str) -> ExecuteAgentRequest {
    ExecuteAgentRequest {
        agent_name: agent_name.to_string(),
        execution_type: ExecuteAgentRequestType::Continue { files: None },
    }
}

/// Meets each error.
pub async fn errors(client: &WachtClient, url: &str, id: &str) -> Result<()> {
    chapter("Errors: an enum for each operation, by status, transport included");
    let ai = client.ai();

    call(
        "match client.ai().execute_agent(id, request).await.map_err(ExecuteAgentError::from) { .. }",
    );
    explain(ai.execute_agent(id, request("")).await);
    remark("That was the client itself, before sending. The service has its own words:");
    let careless = WachtClient::builder()
        .api_key("wk_live_demo")
        .base_url(url)
        .check_requests(false)
        .build()?;
    explain(careless.ai().execute_agent(id, request("")).await);
    let execute = ai.execute_agent(id, request("support-bot"));
    explain(execute.clone().without_header("authorization").await);
    explain(
        ai.execute_agent("ctx_of_nobody", request("support-bot"))
            .await,
    );
    remark("The mock gives any declared status on demand:");
    for status in [403, 429, 503] {
        let asked = execute.clone().header("prefer", format!("code={status}"));
        explain(asked.attempts(1).await);
    }
    let nowhere = client.with_options(ClientOptions::new().base_url(DESERTED));
    let lost = nowhere.ai().execute_agent(id, request("support-bot"));
    explain(lost.attempts(1).await);
    Ok(())
}
