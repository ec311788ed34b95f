//! Runs an agent in each of the ways that the union has, and streams.

use futures::TryStreamExt;
use wacht::models::{AgentEvent, ExecuteAgentRequest, ExecuteAgentRequestType};
use wacht::{Result, WachtClient};

pub async fn run(url: &str) -> Result<()> {
    let client = WachtClient::builder()
        .api_key("wk_test")
        .base_url(url)
        .build()?;
    let request = |execution_type| ExecuteAgentRequest {
        agent_name: "support-bot".to_string(),
        execution_type,
    };

    let message = ExecuteAgentRequestType::NewMessage {
        message: "What have you got?".to_string(),
        files: None,
    };
    let going_on = ExecuteAgentRequestType::Continue {
        files: Some(vec!["file_7".to_string()]),
    };
    for way in [message, going_on] {
        let answer = client
            .ai()
            .execute_agent("ctx_123", request(way))
            .send()
            .await?;
        println!("answer: {}", answer.response.unwrap_or_default());
    }

    let stream = ExecuteAgentRequestType::Stream {
        message: "What have you got?".to_string(),
        files: None,
    };
    let mut events = client
        .ai()
        .execute_agent("ctx_123", request(stream))
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
    Ok(())
}
