//! The story of the example API, told with the generated clients against `heddle mock`.

mod agent;
mod contexts;
mod errors;
mod limit;
mod page;
mod sessions;

use std::env;
use std::error::Error;

use wacht::WachtClient;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let current = env::var("DEMO_CURRENT")?;
    let older = env::var("DEMO_OLDER")?;
    page::chapter("Serve the schemas");
    page::outcome(&["schema/wacht", &current]);
    page::outcome(&["schema/wacht-v0", &older]);

    let client = WachtClient::builder()
        .api_key("wk_live_demo")
        .base_url(&current)
        .build()?;
    let support = contexts::create(&client).await?;
    contexts::list(&client).await?;
    contexts::update(&client, &support.id).await?;
    agent::execute(&client, &support.id).await?;
    agent::stream(&client, &support.id).await?;
    limit::limit(&client).await?;
    sessions::sessions(&older).await?;
    errors::errors(&client, &current, &support.id).await?;
    Ok(())
}
