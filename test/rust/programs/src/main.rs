//! What programs do with the generated clients, against `heddle mock`: their output is compared.

mod agent;
mod contexts;
mod failures;
mod sessions;

use std::error::Error;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let url = std::env::var("WACHT_BASE_URL").unwrap_or_default();
    match std::env::args().nth(1).as_deref() {
        Some("contexts") => contexts::run().await?,
        Some("agent") => agent::run(&url).await?,
        Some("failures") => failures::run(&url).await?,
        Some("sessions") => sessions::run(&url).await?,
        other => return Err(format!("there is no program {other:?}").into()),
    }
    Ok(())
}
