// Package nhanthan is the rules that hold of a person's identity in every mẫu:
// name, date of birth, mã số BHXH, căn cước or passport, telephone, e-mail,
// mã số thuế. The findings themselves are those of forms/facts; here they become
// rules of a column.
//
// It knows no particular form. It imports forms/form, law and facts; every mẫu
// may import it.
package nhanthan
