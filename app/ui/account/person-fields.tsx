import { useT } from '#app/i18n/translate.ts'
import type { FieldProblem } from '../error-summary.tsx'
import { CheckboxGroup, SelectField, TextField } from '../field.tsx'
import { messageFor } from './problems.ts'

/** Ids of the fields in their order, for the error summary. */
export const PERSON_FIELDS = ['given_name', 'family_name', 'email', 'org_unit_id', 'role_profile', 'roles'] as const

interface PersonFieldsProps {
  readonly units: readonly { readonly id: string; readonly name: string }[]
  readonly profiles: readonly ('front_desk' | 'case_work' | 'team_lead' | 'head' | 'trainee')[]
  readonly roles: readonly ('trainer' | 'lead' | 'hr' | 'admin' | 'council')[]
  readonly values: {
    readonly given_name: string
    readonly family_name: string
    readonly email: string
    readonly org_unit_id: string
    readonly role_profile: string
    readonly roles: readonly string[]
  }
  readonly problems: readonly FieldProblem[]
  /** The address is given once, when the account is made. */
  readonly withEmail: boolean
}

/** What administration says about a person. No autocomplete: it is somebody else's data that is typed here. */
export const PersonFields = ({ units, profiles, roles, values, problems, withEmail }: PersonFieldsProps) => {
  const t = useT()
  const choose = { value: '', label: t('admin.person.choose') }
  return (
    <>
      <TextField
        label={t('admin.person.givenName')}
        name="given_name"
        defaultValue={values.given_name}
        error={messageFor(problems, 'given_name')}
        autoComplete="off"
        maxLength={100}
        required
      />
      <TextField
        label={t('admin.person.familyName')}
        name="family_name"
        defaultValue={values.family_name}
        error={messageFor(problems, 'family_name')}
        autoComplete="off"
        maxLength={100}
        required
      />
      {withEmail ? (
        <TextField
          label={t('admin.person.email')}
          name="email"
          type="email"
          hint={t('admin.person.emailHint')}
          defaultValue={values.email}
          error={messageFor(problems, 'email')}
          autoComplete="off"
          maxLength={254}
          required
        />
      ) : null}
      <SelectField
        label={t('admin.person.unit')}
        name="org_unit_id"
        options={[choose, ...units.map(({ id, name }) => ({ value: id, label: name }))]}
        defaultValue={values.org_unit_id}
        error={messageFor(problems, 'org_unit_id')}
        required
      />
      <SelectField
        label={t('admin.person.profile')}
        name="role_profile"
        hint={t('admin.person.profileHint')}
        options={[choose, ...profiles.map((profile) => ({ value: profile, label: t(`admin.roleProfile.${profile}`) }))]}
        defaultValue={values.role_profile}
        error={messageFor(problems, 'role_profile')}
        required
      />
      <CheckboxGroup
        label={t('admin.person.roles')}
        name="roles"
        hint={t('admin.person.rolesHint')}
        options={roles.map((role) => ({ value: role, label: t(`admin.role.${role}`), hint: t(`admin.roleHint.${role}`) }))}
        defaultValue={values.roles}
        error={messageFor(problems, 'roles')}
      />
    </>
  )
}
