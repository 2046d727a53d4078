// Package m05ahsb declares mẫu 05A-HSB, "Văn bản đề nghị giải quyết chế độ tai nạn
// lao động, bệnh nghề nghiệp": an employer's request for one person, first time,
// relapse, or a further accident with a combined rating.
//
// The paper is that of Quyết định 166/QĐ-BHXH (31/01/2019), rebuilt from a
// description of its items. Of the wire only the file's name (05A-HSB.xml), its
// root (M05A-HSB) and the node of the signature (Cky) are known, so that the form
// goes as a signed PDF. The law is Luật 84/2015/QH13 Điều 45 to 59.
//
// It does not work the allowance out (forms/law/chedo does), and knows no other
// mẫu, no store and no clock. It imports forms/form, khung, nhanthan, law, codes and
// facts; forms/all and app import it.
package m05ahsb
