//! The older API: functions over a client of the process, and answers whose fields may be read twice.

use serde_json::json;
use wacht_v0::api::execution_context::*;
use wacht_v0::models::CreateAiExecutionContextRequest;
use wacht_v0::{WachtClient, init};

pub async fn run(url: &str) -> Result<()> {
    let client = WachtClient::builder()
        .api_key("wk_test")
        .base_url(url)
        .build()?;
    init(client.clone())?;
    println!(
        "a second time: {:?}",
        init(client).map_err(|error| error.kind())
    );

    let mut request = CreateAiExecutionContextRequest::new("agent_7");
    request.user_id = Some("user_1".to_string());
    request.context = Some(json!({ "device": "watch", "hours": [9, 17] }));
    let session = open(request).await?;
    println!("session of {}", session.agent_id.unwrap_or_default());
    println!("context: {}", session.context.unwrap_or_default());

    let nameless = CreateAiExecutionContextRequest::new("");
    match create_execution_context(nameless).await {
        Ok(session) => println!("workflow: {:?}", session.workflow_id.as_deref()),
        Err(Error::Api {
            status, message, ..
        }) => println!("{}: {message}", status.as_u16()),
        Err(error) => println!("{error}"),
    }
    Ok(())
}

/// Reads fields of an answer, and gives it away afterwards.
async fn open(request: CreateAiExecutionContextRequest) -> Result<AiExecutionContext> {
    let session = create_execution_context(request).await?;
    println!("has an id: {}", !session.id.unwrap_or_default().is_empty());
    println!("user: {}", session.user_id.unwrap_or_default());
    Ok(session)
}
