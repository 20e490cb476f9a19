//! What is promised of the HTML in feeds, proved with a parser that the program does not rewrite with:
//! over every recording and sample, over HTML made by chance, and over HTML made by foes.

mod addresses;
mod clean;
mod corpus;
mod danger;
mod dom;
mod feed;
mod generate;
mod hostile;
mod laws;
mod plain;
mod recorded;
mod validator;
