//! What a program does with the generated client, against `heddle mock`: its output is compared.

use futures::TryStreamExt;
use wacht::models::{
    AgentEvent, CreateAiExecutionContextRequest, ExecuteAgentRequest, ExecuteAgentRequestType,
};
use wacht::{Error, ErrorKind, WachtClient};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    let url = std::env::var("MOCK_URL").unwrap_or_default();
    let client = WachtClient::builder()
        .api_key("wk_test")
        .base_url(url)
        .build()?;

    let page = client
        .ai()
        .list_execution_contexts()
        .limit(2)
        .status("active")
        .send()
        .await?;
    println!("page: {} items, more: {}", page.data.len(), page.has_more);
    let items: Vec<_> = client
        .ai()
        .list_execution_contexts()
        .limit(2)
        .items()
        .try_collect()
        .await?;
    println!("items: {}", items.len());

    let mut body = CreateAiExecutionContextRequest::new("Customer Support Context");
    body.status = Some("active".to_string());
    let context = client.ai().create_execution_context(body).await?;
    println!("created: {}", context.title);

    let updated = client
        .ai()
        .update_execution_context(&context.id)
        .with_title("Other")
        .await?;
    println!("updated: {}", updated.title);

    let raw = client
        .ai()
        .fetch_execution_contexts(None)
        .send_raw()
        .await?;
    println!("raw: {} after {} attempt", raw.status, raw.attempts);

    let run = |execution_type| ExecuteAgentRequest {
        agent_name: "support-bot".to_string(),
        execution_type,
    };
    let say = ExecuteAgentRequestType::NewMessage {
        message: "Hi".to_string(),
        files: None,
    };
    let answer = client
        .ai()
        .execute_agent(&context.id, run(say))
        .send()
        .await?;
    println!("answer: {:?}", answer.response.is_some());

    let stream = ExecuteAgentRequestType::Stream {
        message: "Hi".to_string(),
        files: None,
    };
    let mut events = client
        .ai()
        .execute_agent(&context.id, run(stream))
        .stream()
        .await?;
    while let Some(event) = events.try_next().await? {
        match event {
            AgentEvent::MessageDelta { text, .. } => println!("text: {text}"),
            AgentEvent::ToolCall { name, .. } => println!("tool: {name}"),
            AgentEvent::Completed { .. } => println!("completed"),
            other => println!("other: {other:?}"),
        }
    }

    let refused = client.ai().list_execution_contexts().limit(1000).await;
    println!("refused: {}", refused.unwrap_err());
    match client
        .ai()
        .update_execution_context("nobody")
        .with_title("x")
        .await
    {
        Err(error) if error.kind() == ErrorKind::NotFound => println!("not found: {error}"),
        other => println!("unexpected: {other:?}"),
    }
    Ok(())
}
