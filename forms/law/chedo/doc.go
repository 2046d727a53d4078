// Package chedo holds the calculators of benefits: ốm đau, thai sản, dưỡng sức,
// tai nạn lao động, hưu trí, một lần, tử tuất, thất nghiệp. Each registers itself
// with package law and answers with its working, figure by figure, with the
// article.
//
// It knows no form, no person in a store and no clock: the day that picks the law
// is one of the answers (Luật 41/2024/QH15 for what begins from 01/07/2025; each
// benefit says which of its days that is). A figure it uses lies in
// forms/law/data; it contains none itself.
package chedo
