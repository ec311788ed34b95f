use serde_json::json;
use wacht_v0::api::execution_context::*;
use wacht_v0::models::CreateAiExecutionContextRequest;
use wacht_v0::{WachtClient, init};

use crate::page::{call, chapter, outcome};

/// The older API: free functions over a client of the process.
pub async fn sessions(url: &str) -> Result<()> {
    chapter("The older API: functions, over a client for the whole process");
    let client = WachtClient::builder().api_key("wk_live_demo").base_url(url);
    init(client.build()?)?;

    call("create_execution_context(request).await?");
    let mut request = CreateAiExecutionContextRequest::new("agent_123");
    request.session_id = Some("session_789".to_string());
    request.context = Some(json!({ "source": "web_app", "version": "1.0.0" }));
    let session = create_execution_context(request).await?;
    let who = [
        session.agent_id.unwrap_or_default(),
        session.session_id.unwrap_or_default(),
    ];
    let created = session.created_at.as_ref().map(ToString::to_string);
    outcome(&[
        &session.id.unwrap_or_default(),
        &who.join(", "),
        &created.unwrap_or_default(),
    ]);
    Ok(())
}
